import './wall.ts'

document.body.append(document.createElement('mv-wall'))

import { parentPort, workerData } from 'node:worker_threads'
import { makeFromStored } from './programme-releases-make.ts'

// The thread in which `makeApart` computes a large publication.

parentPort?.postMessage({ made: makeFromStored(workerData) })

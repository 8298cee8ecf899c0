import { parentPort, workerData } from 'node:worker_threads'
import { readAnswersFile } from './answers-file.ts'

// The thread in which `readAnswersApart` reads a large file.

parentPort?.postMessage(readAnswersFile(workerData.bytes, workerData.options))
